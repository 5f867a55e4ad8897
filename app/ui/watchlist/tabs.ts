/**
 * Hears of what other tabs change.
 *
 * @returns tells the other tabs
 */
export function joinTabs(onChange: () => void): () => void {
  let channel: BroadcastChannel;
  const join = () => {
    channel = new BroadcastChannel("watchlist");
    channel.onmessage = onChange;
  };
  join();
  // An open channel can throw a page out of the back/forward cache, and a page that was in there has heard nothing.
  window.addEventListener("pagehide", () => channel.close());
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    join();
    onChange();
  });
  return () => channel.postMessage(null);
}
