"use client";

import { Failure } from "./ui/failure";

interface Props {
  error: Error & { digest?: string };
}

/** Shown when a page fails for a reason of our own; what goes wrong with TMDB has words of its own. */
export default function ErrorPage({ error }: Props) {
  return <Failure digest={error.digest} />;
}
