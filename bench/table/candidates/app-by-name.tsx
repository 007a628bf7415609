import { appCandidate } from "./app-list";

export const candidate = appCandidate({ firstOrder: "name" });
