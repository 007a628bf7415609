import { defaultSort } from "../../../src/lib/endpoint-query/endpoint-query";
import { appCandidate } from "./app-list";

export const candidate = appCandidate(defaultSort);
