import { createContext, useContext } from "react";

const AppNameContext = createContext("");

/** Tells pages the product's name, which ends every document title. */
export const AppNameProvider = AppNameContext.Provider;

/** The product's name. */
export function useAppName(): string {
  return useContext(AppNameContext);
}
