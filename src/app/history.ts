import { createBrowserHistory } from "@tanstack/react-router";

/** The browser's history, as the router and the links of the whole app use it. */
export const appHistory = createBrowserHistory();
