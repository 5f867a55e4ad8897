/** A reference to a schema of the document. */
export const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

export const nullable = (type: string, more: object = {}) => ({ type: [type, "null"], ...more });
export const listOf = (items: object) => ({ type: "array", items });

/** An object that has all of these properties. */
export const object = (properties: Record<string, object>) => ({
  type: "object",
  required: Object.keys(properties),
  properties,
});

export const text = { type: "string" };
