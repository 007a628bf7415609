export { ListTools } from "./list-tools";
export { MoreFilters } from "./more-filters";
export { RowMenu } from "./row-menu";
