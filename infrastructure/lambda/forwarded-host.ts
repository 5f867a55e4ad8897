interface HeadersOfEvent {
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The same event with the host that the visitor asked for, which CloudFront sends beside the function's own. OpenNext
 * tells a rewrite within the site from one to another site by Host: with the function's it would fetch every page that
 * has an error's status from the site's own address, over and over.
 */
export function withVisitorsHost<E extends HeadersOfEvent>(event: E): E {
  const host = event.headers?.["x-forwarded-host"];
  return host === undefined ? event : { ...event, headers: { ...event.headers, host } };
}
