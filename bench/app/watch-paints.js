// Runs in the page, before its own scripts: notes when the shell and the first row were painted. Plain
// JavaScript, because what a compiler adds to functions is not there.
const marks = {};
const channel = new MessageChannel();
window.benchMarks = new Promise((resolve) => {
  const look = () => {
    const isShell = document.querySelector("nav") !== null;
    const isRow = document.querySelector("[role=rowheader] a") !== null;
    channel.port1.onmessage = () => {
      if (isShell) marks.shellMs ??= performance.now();
      if (isRow) marks.rowsMs ??= performance.now();
      if (marks.rowsMs === undefined) requestAnimationFrame(look);
      else resolve(marks);
    };
    channel.port2.postMessage(undefined);
  };
  requestAnimationFrame(look);
});
