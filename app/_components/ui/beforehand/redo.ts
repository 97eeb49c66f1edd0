/** A press of a button, or what stood in a control afterwards. */
export type Deed = { pressed: true } | { pressed?: undefined; value: string; checked?: boolean };

/**
 * Does to an element what was done to it before React knew of it. React hears of a control's change only where it differs
 * from what React last saw in it, which is what somebody had already chosen: so it is first set back, in React's sight.
 */
export function redo(element: Element, deed: Deed): void {
  if (deed.pressed) (element as HTMLElement).click();
  else if (element instanceof HTMLSelectElement) choose(element, deed.value);
  else if (element instanceof HTMLTextAreaElement) write(element, HTMLTextAreaElement.prototype, deed.value);
  else if (element instanceof HTMLInputElement) redoInput(element, deed.value, deed.checked === true);
}

function redoInput(field: HTMLInputElement, value: string, checked: boolean): void {
  if (field.type === "file") changed(field);
  else if (field.type === "radio" || field.type === "checkbox") check(field, checked);
  else write(field, HTMLInputElement.prototype, value);
}

const changed = (field: Element): boolean => field.dispatchEvent(new Event("change", { bubbles: true }));

function choose(field: HTMLSelectElement, value: string): void {
  field.value = value;
  changed(field);
}

function check(field: HTMLInputElement, checked: boolean): void {
  field.checked = !checked;
  field.click();
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** @param kind whose own setter of values React does not see. */
function write(field: Field, kind: Field, value: string): void {
  const { selectionStart, selectionEnd } = field;
  field.value = field.defaultValue;
  Object.getOwnPropertyDescriptor(kind, "value")?.set?.call(field, value);
  if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
