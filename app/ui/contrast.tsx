import { onKeptChange } from "./kept-changes";

/** Where this browser keeps that the visitor wants high contrast. */
const KEY = "contrast";
const CHANGED = "contrastchange";

/** Sets the contrast before anything is painted, as MUI's own script does with the theme. */
export function InitContrastScript() {
  const script = `try{if(localStorage.getItem("${KEY}")==="more")document.documentElement.dataset.contrast="more"}catch{}`;
  return <script dangerouslySetInnerHTML={{ __html: script }} />;
}

/** Whether the page is shown in high contrast. */
export function isHighContrast(): boolean {
  return document.documentElement.dataset.contrast === "more";
}

function show(highContrast: boolean): void {
  const { dataset } = document.documentElement;
  if (highContrast) dataset.contrast = "more";
  else delete dataset.contrast;
}

/** Shows the page as this browser keeps it. */
function showKept(): void {
  try {
    show(localStorage.getItem(KEY) === "more");
  } catch {
    // Storage may be forbidden; then it stays as it was chosen on this page.
  }
}

/** Shows the page in high contrast or not, and keeps that for this browser. */
export function setHighContrast(wanted: boolean): void {
  show(wanted);
  try {
    if (wanted) localStorage.setItem(KEY, "more");
    else localStorage.removeItem(KEY);
  } catch {
    // Storage may be forbidden; then it holds for this page.
  }
  window.dispatchEvent(new Event(CHANGED));
}

/** Hears of changes of the contrast, and makes those of other tabs; the function that comes back ends it. */
export function onContrastChange(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  const endKept = onKeptChange(KEY, () => {
    showKept();
    listener();
  });
  return () => {
    window.removeEventListener(CHANGED, listener);
    endKept();
  };
}
