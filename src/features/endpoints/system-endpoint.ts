/** Made by installation and upgrade; the graphs that come with the product pull from it. */
export const SYSTEM_ENDPOINT = "default";
