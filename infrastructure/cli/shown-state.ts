/** A resource as `terraform show -json` tells it. */
export interface Resource {
  readonly type: string;
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
}

interface Module {
  readonly resources?: readonly Resource[];
  readonly child_modules?: readonly Module[];
}

const resourcesOf = ({ resources = [], child_modules = [] }: Module): Resource[] => [
  ...resources,
  ...child_modules.flatMap(resourcesOf),
];

/**
 * The resources of all modules.
 *
 * @param shown what `terraform show -json` writes
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
export function resourcesIn(shown: string): readonly Resource[] {
  const { values } = JSON.parse(shown) as { values?: { root_module?: Module } };
  return resourcesOf(values?.root_module ?? {});
}
