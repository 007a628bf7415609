import { lazy } from "react";

/**
 * What the first rows do not wait for: everything with a menu. It comes in one download right behind them, so that
 * no menu is left to be loaded when it is opened.
 */
const load = () => import("./list-menus");

/** @see module `list-tools` */
export const ListTools = lazy(async () => ({ default: (await load()).ListTools }));
/** @see module `more-filters` */
export const MoreFilters = lazy(async () => ({ default: (await load()).MoreFilters }));
/** @see module `row-menu` */
export const RowMenu = lazy(async () => ({ default: (await load()).RowMenu }));
