import { once } from "node:events";

import { startServer, text, type TestServer } from "@/lib/testing/server";

import { BodyTooLargeError, readText } from "./read-body";

describe("the text of a body", () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer(text(200, "Amélie – 天使"));
  });
  afterEach(() => server.close());

  it("is read as UTF-8, also where a chunk ends within a character", async () => {
    const bytes = Buffer.from("é天");
    server.respond = async (response) => {
      for (const byte of bytes) {
        response.write(Buffer.of(byte));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      response.end();
    };
    expect(await readText(await fetch(server.url), 100)).toBe("é天");
  });

  it("may have as many bytes as are allowed, and not one more", async () => {
    const { byteLength } = Buffer.from("Amélie – 天使");
    expect(await readText(await fetch(server.url), byteLength)).toBe("Amélie – 天使");
    await expect(readText(await fetch(server.url), byteLength - 1)).rejects.toThrow(BodyTooLargeError);
  });

  it("is empty where there is none", async () => {
    server.respond = text(204, "");
    expect(await readText(await fetch(server.url), 100)).toBe("");
    expect(await readText(new Response(null), 100)).toBe("");
  });

  it("is downloaded no further once there is too much of it", async () => {
    let sent = 0;
    let closed: Promise<unknown> | undefined;
    server.respond = (response) => {
      closed = once(response, "close");
      const chunk = Buffer.alloc(64 * 1024, "x");
      const more = () => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
        sent += chunk.length;
      };
      response.on("drain", more);
      more();
    };
    await expect(readText(await fetch(server.url), 100_000)).rejects.toThrow(
      "The body is larger than 100000 bytes",
    );
    // An endless body: that the connection ends at all is the reader's doing.
    await closed;
    expect(sent).toBeLessThan(20 * 1024 * 1024);
  });
});
