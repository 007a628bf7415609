import { createRoot } from "react-dom/client";
import { App } from "./app/app";
import { preloadPageOf } from "./app/pages";
import { startApp } from "./app/start";

const starting = startApp();
preloadPageOf(window.location.pathname);

const root = document.getElementById("root");
if (!root) throw new Error('index.html has no element with the id "root".');
createRoot(root).render(<App starting={starting} />);
