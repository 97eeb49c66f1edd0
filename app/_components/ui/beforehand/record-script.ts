/**
 * Stands in the head of every page, as it is written here; the server's policy knows it by its hash. Between the first paint
 * and the page's own script it keeps what is pressed, chosen, written and dropped, for `takeOver` to do then. What only opens
 * a chooser of files is done at once, since browsers let nobody else open one. No form is sent by the browser, which would
 * load the page anew: the press of its button is kept, and so is Enter, which browsers tell as one.
 */
export const recordScript = `(() => {
  const kept = { deeds: new Map(), drops: [], taken: new Set() };
  window.beforehand = kept;
  const isTaken = (element) => kept.taken.has(element.closest("[data-later]") ?? document);
  const keep = (element, deed) => {
    kept.deeds.delete(element);
    kept.deeds.set(element, deed);
  };
  const hear = (type, heard) => addEventListener(type, heard, { capture: true });
  hear("click", ({ target }) => {
    const button = target.closest("button");
    if (!button || isTaken(button)) return;
    const chooser = document.getElementById(button.dataset.opens);
    if (chooser) chooser.click();
    else keep(button, { pressed: true });
  });
  hear("submit", (event) => isTaken(event.target) || event.preventDefault());
  const write = ({ target }) => {
    if (!isTaken(target)) keep(target, { value: target.value, checked: target.checked });
  };
  hear("input", write);
  hear("change", write);
  const takesFiles = (transfer) =>
    !kept.taken.has(document) && transfer?.types.includes("Files") && document.querySelector("[data-takes-files]");
  const drop = (event, transfer) => {
    if (!takesFiles(transfer)) return;
    event.preventDefault();
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
    kept.drops.push({ entries, files: [...transfer.files] });
  };
  hear("dragover", (event) => takesFiles(event.dataTransfer) && event.preventDefault());
  hear("drop", (event) => drop(event, event.dataTransfer));
  hear("paste", (event) => drop(event, event.clipboardData));
})();`;
