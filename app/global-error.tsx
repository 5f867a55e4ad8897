"use client";

/** The last resort, when even the layout fails: plain HTML that needs nothing. */
export default function GlobalError() {
  return (
    <html lang="en">
      <head>
        <title>Something went wrong · Movies viewer</title>
      </head>
      <body
        style={{
          font: "1.1rem/1.5 system-ui, sans-serif",
          margin: "3rem auto",
          maxWidth: "40rem",
          padding: "0 1rem",
        }}
      >
        <h1>Something went wrong</h1>
        <p>The failure is on this server and has been logged.</p>
        <p>
          <button type="button" onClick={() => window.location.reload()}>
            Retry
          </button>
        </p>
      </body>
    </html>
  );
}
