import { broadcastResponseToMainFrame } from "@azure/msal-browser/redirect-bridge";

// Opened without an answer, for example from a bookmark, this page has nothing to hand over.
broadcastResponseToMainFrame().catch(() => window.location.replace("/"));
