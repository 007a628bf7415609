/** Offers a text to the person as a file; a long one in parts, which are not put together before. */
export function downloadText(
  fileName: string,
  text: string | readonly string[],
  mediaType = "text/plain",
): void {
  const parts = typeof text === "string" ? [text] : [...text];
  const url = URL.createObjectURL(new Blob(parts, { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
