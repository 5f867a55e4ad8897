import { keep, onKeptChange } from "./kept-changes";

/** What a visitor may choose: high contrast, or none whatever the system asks for. Who has chosen nothing gets the system's. */
type Contrast = "more" | "normal";

/** Where this browser keeps it. */
export const CONTRAST_KEY = "contrast";

/** Sets the contrast before anything is painted, as MUI's own script does with the theme. */
export function InitContrastScript({ nonce }: { nonce: string }) {
  const script = `try{const kept=localStorage.getItem("${CONTRAST_KEY}");if(kept)document.documentElement.dataset.contrast=kept}catch{}`;
  // The browser hides the nonce from scripts, React among them.
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />;
}

/** Whether high contrast was chosen. */
export function isHighContrast(): boolean {
  return document.documentElement.dataset.contrast === "more";
}

function show(contrast: string | null): void {
  const { dataset } = document.documentElement;
  if (contrast === null) delete dataset.contrast;
  else dataset.contrast = contrast;
}

/** Shows the page as this browser keeps it. */
function showKept(): void {
  try {
    show(localStorage.getItem(CONTRAST_KEY));
  } catch {
    // Storage may be forbidden; then it stays as it was chosen on this page.
  }
}

/** Shows the page in a contrast, null for the system's, and keeps that for this browser. */
export function setContrast(contrast: Contrast | null): void {
  show(contrast);
  keep(CONTRAST_KEY, contrast);
}

/** Hears of changes of the contrast, and makes those of other tabs; the function that comes back ends it. */
export function onContrastChange(listener: () => void): () => void {
  return onKeptChange(CONTRAST_KEY, listener, () => {
    showKept();
    listener();
  });
}
