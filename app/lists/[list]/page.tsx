import type { Metadata } from "next";

import { currentView } from "@/app/current-view";
import { COMMON_REGIONS } from "@/app/i18n/common-codes";
import { getI18n } from "@/app/i18n/i18n";
import { pageMetadata } from "@/app/page-metadata";
import styles from "@/app/page.module.css";
import { toSearch, type SearchParams } from "@/app/search-params";
import { Message } from "@/app/ui/message";
import { MoviePages, PagesNotice } from "@/app/ui/movie-pages";
import { NotFoundMessage } from "@/app/ui/not-found-message";
import { ProblemMessage } from "@/app/ui/problem-message";
import { RegionForm } from "@/app/ui/region-form";

import { listAddress } from "../list-request";
import { listTitle } from "../list-title";
import { isListName, LISTS } from "../lists";
import { loadList, type ListView } from "./view";

interface Props {
  params: Promise<{ list: string }>;
  searchParams: SearchParams;
}

/** The region that the address names; null where it is the visitor's own. */
function namedRegion(search: string, { request }: ListView): string | null {
  return new URLSearchParams(search).get("region") ? request.region : null;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { list: name } = await params;
  const search = await toSearch(searchParams);
  const view = await currentView(loadList, [name], search);
  // Next takes the title of not-found.tsx for a page that is sent with 404.
  if (view.kind === "missing" || !isListName(name)) return {};
  const i18n = await getI18n();
  const { t, format } = i18n;
  if (view.kind === "problem") return { title: t(`lists.${LISTS[name].title}`), robots: { index: false } };
  const { page } = view.request;
  const title = listTitle(name, view.request.region, i18n);
  const region = namedRegion(search, view);
  return pageMetadata(i18n, {
    title: page > 1 ? t("lists.onPage", { list: title, page: format.number(page) }) : title,
    description: t(`lists.about.${LISTS[name].title}`),
    address: listAddress(name, region, page),
  });
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
      <h1 className={styles.results}>{listTitle(name, view.request.region, i18n)}</h1>
      <PagesNotice answer={view.answer} found={t("lists.found", { count: view.answer.value.totalResults })} />
      <MoviePages
        page={view.answer.value}
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
