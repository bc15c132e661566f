package vn.dondoc.web.api;

import io.javalin.http.HandlerType;

/** One thing that a program may ask for, and in which scope. */
record ApiRoute(HandlerType method, String path, ApiScope scope, ApiDoor.Handling handling) {}
