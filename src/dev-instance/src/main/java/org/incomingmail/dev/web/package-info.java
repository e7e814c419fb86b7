/** The web server and everything between a request and a page: routes, decorators, menus, resources, Soy, texts. */
@NullMarked
package org.incomingmail.dev.web;

import org.jspecify.annotations.NullMarked;
