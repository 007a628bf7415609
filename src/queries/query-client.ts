import { QueryClient } from "@tanstack/react-query";

const FRESH_FOR_MS = 30_000;

/**
 * The cache of server state. The pipeline retries what is safe to repeat, so queries do not; nothing is
 * written to disk.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, refetchOnWindowFocus: false, staleTime: FRESH_FOR_MS },
      mutations: { retry: false },
    },
  });
}
