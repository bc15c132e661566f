package vn.dondoc.web.api;

import io.javalin.http.HandlerType;
import vn.dondoc.people.ApiToken.Scope;

/** One thing that a program may ask for, and in which scope. */
record ApiRoute(HandlerType method, String path, Scope scope, ApiDoor.Handling handling) {}
