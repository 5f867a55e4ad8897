import { SpanStatusCode, trace, type Attributes, type Span, type SpanKind } from "@opentelemetry/api";

export { SpanKind } from "@opentelemetry/api";

interface SpanOptions {
  /** What the span is known by besides its name; nothing that says what somebody searched for. */
  readonly attributes?: Attributes;
  readonly kind?: SpanKind;
}

/**
 * Does work as a span of a trace (https://opentelemetry.io/docs/specs/otel/trace/api/), in which that of its work are
 * found. It costs next to nothing where nobody has registered a tracer provider. Of an error it tells the name alone:
 * its message may quote what was asked.
 *
 * @returns what the work answers
 * @throws what the work throws
 */
export function inSpan<T>(
  name: string,
  options: SpanOptions,
  work: (span: Span) => Promise<T> | T,
): Promise<T> {
  return trace.getTracer("movies-viewer").startActiveSpan(name, options, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      const message = error instanceof Error ? error.name : typeof error;
      span.setStatus({ code: SpanStatusCode.ERROR, message });
      throw error;
    } finally {
      span.end();
    }
  });
}
