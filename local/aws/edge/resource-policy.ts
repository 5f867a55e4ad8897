type OneOrMore = string | readonly string[];

interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | Readonly<Record<string, OneOrMore>>;
  readonly NotPrincipal?: unknown;
  readonly Action?: OneOrMore;
  readonly NotAction?: OneOrMore;
  readonly Resource?: OneOrMore;
  readonly NotResource?: OneOrMore;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMore>>>>;
}

/** A policy of a bucket or a function. */
export type ResourcePolicy = readonly Statement[];

/** Returns the statements of a policy as the API gives it; none where there is no policy. */
export function parsePolicy(text: string | undefined): ResourcePolicy {
  if (!text) return [];
  const { Statement: found = [] } = JSON.parse(text) as { Statement?: Statement | Statement[] };
  return Array.isArray(found) ? found : [found as Statement];
}

/** What a service of AWS wants to do. */
export interface Wish {
  /** Such as `cloudfront.amazonaws.com`. */
  readonly service: string;
  readonly action: string;
  readonly resource: string;
  /** The condition keys of the request, in lower case: `aws:sourcearn` and others. */
  readonly context: Readonly<Record<string, string>>;
}

const list = (value: OneOrMore | undefined) => (value === undefined ? [] : [value].flat());

const fits = (pattern: string, value: string, flags = "") =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
    flags,
  ).test(value);

const OPERATORS: Readonly<Record<string, (expected: string, value: string) => boolean>> = {
  StringEquals: (expected, value) => expected === value,
  StringEqualsIgnoreCase: (expected, value) => expected.toLowerCase() === value.toLowerCase(),
  StringLike: fits,
  ArnEquals: fits,
  ArnLike: fits,
  Bool: (expected, value) => expected.toLowerCase() === value,
};

/** @throws for an operator that is not known here: a denial by it would be overlooked */
function holds(
  operator: string,
  keys: Readonly<Record<string, OneOrMore>>,
  context: Wish["context"],
): boolean {
  const compare = OPERATORS[operator.replace(/IfExists$/, "")];
  if (!compare) throw new Error(`The edge does not know the condition ${operator} of a policy.`);
  return Object.entries(keys).every(([key, expected]) => {
    const value = context[key.toLowerCase()];
    if (value === undefined) return operator.endsWith("IfExists");
    return list(expected).some((one) => compare(String(one), value));
  });
}

function applies(statement: Statement, { service, action, resource, context }: Wish): boolean {
  if (statement.NotPrincipal !== undefined)
    throw new Error("The edge does not know NotPrincipal of a policy.");
  const { Principal: principal = {}, Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  const isMeant =
    principal === "*" || list(principal["Service"]).includes(service) || list(principal["AWS"]).includes("*");
  const isAction = (pattern: string) => fits(pattern, action, "i");
  const isResource = (pattern: string) => fits(pattern, resource);
  return (
    isMeant &&
    (NotAction ? !list(NotAction).some(isAction) : list(Action).some(isAction)) &&
    (NotResource ? !list(NotResource).some(isResource) : list(Resource).some(isResource)) &&
    Object.entries(Condition).every(([operator, keys]) => holds(operator, keys, context))
  );
}

/**
 * Whether the policy lets the service do it: a statement allows it, and none denies it.
 * @throws for what the edge does not know, as no policy of the stack has it
 */
export function allows(policy: ResourcePolicy, wish: Wish): boolean {
  const that = policy.filter((statement) => applies(statement, wish));
  return that.some(({ Effect }) => Effect === "Allow") && !that.some(({ Effect }) => Effect === "Deny");
}
