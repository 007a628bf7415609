import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, useState } from "react";
import { createQueryClient } from "../queries/query-client";
import { AnnouncerProvider } from "../ui/announcer";
import { AppNameProvider } from "../ui/app-name";
import { NotificationsProvider } from "../ui/notifications";
import { ShortcutsProvider } from "../ui/shortcuts";
import { ThemeProvider } from "../ui/theme";
import { PRODUCT_NAME } from "./product";
import { createAppRouter } from "./routes";
import { ErrorBoundary } from "./shell/error-boundary";
import type { StartedApp } from "./start";
import { StartProvider } from "./start-context";

/** The whole app: providers around the router, whose root route draws the shell. */
export function App({ starting }: { starting: Promise<StartedApp> }) {
  const [queryClient] = useState(createQueryClient);
  const [router] = useState(createAppRouter);
  return (
    <StrictMode>
      <ThemeProvider>
        <ErrorBoundary>
          <AppNameProvider value={PRODUCT_NAME}>
            <AnnouncerProvider>
              <NotificationsProvider>
                <QueryClientProvider client={queryClient}>
                  <StartProvider starting={starting}>
                    <ShortcutsProvider>
                      <RouterProvider router={router} />
                    </ShortcutsProvider>
                  </StartProvider>
                </QueryClientProvider>
              </NotificationsProvider>
            </AnnouncerProvider>
          </AppNameProvider>
        </ErrorBoundary>
      </ThemeProvider>
    </StrictMode>
  );
}
