package vn.dondoc.web.console;

import java.util.List;

/** A part of the console: its routes. Which of them stand in the navigation {@link Menu} says. */
public interface Section {
    List<Route> routes();
}
