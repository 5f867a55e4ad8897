import type { Metadata } from "next";

import { currentView } from "@/app/current-view";
import { getI18n, useI18n, type I18n } from "@/app/i18n/i18n";
import { pageMetadata } from "@/app/page-metadata";
import styles from "@/app/page.module.css";
import { toSearch, type SearchParams } from "@/app/search-params";
import { Message } from "@/app/ui/message";
import { MoviePages, PagesNotice } from "@/app/ui/movie-pages";
import { ProblemMessage } from "@/app/ui/problem-message";
import { TextLink } from "@/app/ui/text-link";
import { LEAST_VOTES, ratingsDecide } from "@/lib/movies/discover-request";

import { ChosenFilters } from "./chosen-filters";
import { choicesOf, discoverAddress, isForIndex, type Choices } from "./discover-address";
import { DiscoverForm } from "./discover-form";
import { loadDiscover, type DiscoverView } from "./view";

interface Props {
  searchParams: SearchParams;
}

const genresOf = ({ genres }: DiscoverView) => genres.found ?? [];

/** What is discovered: films of the one genre that is chosen, or just films. */
function titleOf(view: DiscoverView, choices: Choices, { t }: I18n): string {
  const genre = genresOf(view).find(({ id }) => choices.genres[0] === String(id));
  return genre && choices.genres.length === 1
    ? t("discover.ofGenre", { genre: genre.name })
    : t("discover.title");
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const search = await toSearch(searchParams);
  const view = await currentView(loadDiscover, [], search);
  const i18n = await getI18n();
  const { t, format } = i18n;
  const choices = choicesOf(search);
  const list = titleOf(view, choices, i18n);
  if (view.kind !== "discover") return { title: list, robots: { index: false } };
  const { page } = view.request;
  return {
    ...pageMetadata(i18n, {
      title: page > 1 ? t("lists.onPage", { list, page: format.number(page) }) : list,
      description: t("discover.description"),
      address: discoverAddress(choices, page),
    }),
    ...(isForIndex(choices, page) ? {} : { robots: { index: false } }),
  };
}

export default async function DiscoverPage({ searchParams }: Props) {
  const search = await toSearch(searchParams);
  const view = await currentView(loadDiscover, [], search);
  const i18n = await getI18n();
  const { t, href, format } = i18n;
  const choices = choicesOf(search);
  return (
    <>
      <h1 className={styles.results}>{titleOf(view, choices, i18n)}</h1>
      <DiscoverForm choices={choices} genres={view.genres} open={view.status === 400} />
      <ChosenFilters choices={choices} genres={genresOf(view)} />
      {view.kind === "problem" ? (
        <ProblemMessage problem={view.problem} retry={href(`/discover${search === "?" ? "" : search}`)} />
      ) : (
        <>
          {ratingsDecide(view.request) ? (
            <p className={styles.note}>{t("discover.leastVotes", { votes: format.number(LEAST_VOTES) })}</p>
          ) : null}
          <PagesNotice
            answer={view.answer}
            found={t("lists.found", { count: view.answer.value.totalResults })}
          />
          <MoviePages
            page={view.answer.value}
            href={(page) => href(discoverAddress(choices, page))}
            none={<NothingFound />}
          />
        </>
      )}
    </>
  );
}

function NothingFound() {
  const { t, href } = useI18n();
  return (
    <Message title={t("discover.noneTitle")}>
      <p>
        {t.rich("discover.none", {
          link: (words) => <TextLink href={href("/discover")}>{words}</TextLink>,
        })}
      </p>
    </Message>
  );
}
