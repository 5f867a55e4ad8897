"use client";

import { useState } from "react";

import buttons from "@/app/ui/button.module.css";
import type { Trailer } from "@/lib/movies";

import styles from "./trailer-player.module.css";

/** Where each site shows a video, and where it can be played without cookies. */
const SITES = {
  YouTube: {
    page: (key: string) => `https://www.youtube.com/watch?v=${key}`,
    player: (key: string) => `https://www.youtube-nocookie.com/embed/${key}?autoplay=1`,
  },
  Vimeo: {
    page: (key: string) => `https://vimeo.com/${key}`,
    player: (key: string) => `https://player.vimeo.com/video/${key}?autoplay=1&dnt=1`,
  },
};

interface Props {
  trailer: Pick<Trailer, "site" | "key">;
  words: Readonly<Record<"play" | "player", string>>;
}

/**
 * The trailer, played here after a click; before that nothing of the video's site is loaded. Without
 * JavaScript it is a link to that site.
 */
export function TrailerPlayer({ trailer, words }: Props) {
  const [playing, setPlaying] = useState(false);
  const site = SITES[trailer.site];
  if (playing) {
    return (
      <iframe
        className={styles.player}
        src={site.player(trailer.key)}
        title={words.player}
        allow="autoplay; encrypted-media; fullscreen; picture-in-picture"
        allowFullScreen
        // The focus was on the button that is gone.
        ref={(frame) => frame?.focus()}
      />
    );
  }
  return (
    <a
      className={buttons.button}
      href={site.page(trailer.key)}
      rel="noreferrer"
      onClick={(event) => {
        // A click that asks for a new tab or window gets it.
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        setPlaying(true);
      }}
    >
      {words.play}
    </a>
  );
}
