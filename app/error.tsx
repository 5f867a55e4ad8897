"use client";

import buttons from "./ui/button.module.css";
import { Message } from "./ui/message";

interface Props {
  error: Error & { digest?: string };
}

/** Shown when a page fails for a reason of our own; what goes wrong with TMDB has words of its own. */
export default function ErrorPage({ error }: Props) {
  return (
    <>
      <h1>Something went wrong</h1>
      <Message title="This page could not be made" alarming>
        <p>The failure is on this server and has been logged{error.digest ? ` as ${error.digest}` : ""}.</p>
        <p>
          {/* A full load: what failed on the server is asked for again. */}
          <button type="button" className={buttons.button} onClick={() => window.location.reload()}>
            Retry
          </button>
        </p>
      </Message>
    </>
  );
}
