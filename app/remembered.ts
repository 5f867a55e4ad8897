/** How a visitor's choice is kept: a year, for this site's server alone. Nobody can be told by it. */
export const REMEMBERED = {
  maxAge: 365 * 24 * 60 * 60,
  path: "/",
  sameSite: "lax",
  httpOnly: true,
} as const;
