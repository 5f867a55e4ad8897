import type { Metadata } from "next";

import { currentView } from "@/app/current-view";
import { codeNames } from "@/app/i18n/code-names";
import { COMMON_REGIONS } from "@/app/i18n/common-codes";
import { getI18n, type I18n } from "@/app/i18n/i18n";
import styles from "@/app/page.module.css";
import { toSearch, type SearchParams } from "@/app/search-params";
import { alternates } from "@/app/site-address";
import { Message } from "@/app/ui/message";
import { MoviePages } from "@/app/ui/movie-pages";
import { NotFoundMessage } from "@/app/ui/not-found-message";
import { ProblemMessage } from "@/app/ui/problem-message";
import { RegionForm } from "@/app/ui/region-form";

import { listAddress } from "../list-request";
import { isListName, LISTS, type ListName } from "../lists";
import { loadList, type ListView } from "./view";

interface Props {
  params: Promise<{ list: string }>;
  searchParams: SearchParams;
}

/** The region that the address names; null where it is the visitor's own. */
function namedRegion(search: string, { request }: ListView): string | null {
  return new URLSearchParams(search).get("region") ? request.region : null;
}

/** The list's name, with that of the region whose cinemas show its films. */
function titleOf(name: ListName, { request }: ListView, { t, language }: I18n): string {
  const list = t(`lists.${LISTS[name].title}`);
  if (!LISTS[name].regional) return list;
  return t("lists.inRegion", { list, region: codeNames(language, "region")(request.region) });
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { list: name } = await params;
  const search = await toSearch(searchParams);
  const view = await currentView(loadList, [name], search);
  // Next takes the title of not-found.tsx for a page that is sent with 404.
  if (view.kind === "missing" || !isListName(name)) return {};
  const i18n = await getI18n();
  const { t, language, format } = i18n;
  if (view.kind === "problem") return { title: t(`lists.${LISTS[name].title}`), robots: { index: false } };
  const { page } = view.request;
  const title = titleOf(name, view, i18n);
  const region = namedRegion(search, view);
  return {
    title: page > 1 ? t("lists.onPage", { list: title, page: format.number(page) }) : title,
    description: t(`lists.about.${LISTS[name].title}`),
    alternates: alternates(language, listAddress(name, region, page)),
  };
}

export default async function ListPage({ params, searchParams }: Props) {
  const { list: name } = await params;
  const search = await toSearch(searchParams);
  const view = await currentView(loadList, [name], search);
  const i18n = await getI18n();
  const { t, href } = i18n;
  if (view.kind === "missing" || !isListName(name)) return <NotFoundMessage title={t("missing.page")} />;
  if (view.kind === "problem") {
    const address = `/lists/${name}${search === "?" ? "" : search}`;
    return (
      <>
        <h1 className={styles.results}>{t(`lists.${LISTS[name].title}`)}</h1>
        <ProblemMessage problem={view.problem} retry={href(address)} />
      </>
    );
  }
  const region = namedRegion(search, view);
  return (
    <>
      <h1 className={styles.results}>{titleOf(name, view, i18n)}</h1>
      <MoviePages
        answer={view.answer}
        found={t("lists.found", { count: view.answer.value.totalResults })}
        href={(page) => href(listAddress(name, region, page))}
        none={
          <Message title={t("lists.noneTitle")}>
            <p>{t("lists.none")}</p>
          </Message>
        }
      >
        {LISTS[name].regional ? (
          <RegionForm
            action={href(listAddress(name, null))}
            region={view.request.region}
            regions={COMMON_REGIONS}
          />
        ) : null}
      </MoviePages>
    </>
  );
}
