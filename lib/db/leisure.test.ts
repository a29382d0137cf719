import { describe, expect, it } from "vitest";
import { atLeisure, noteAsked } from "./leisure";

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("long work", () => {
  it("is done one piece at a time, however many ask", async () => {
    let underWay = 0;
    let most = 0;
    const done: number[] = [];
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        atLeisure(async () => {
          most = Math.max(most, ++underWay);
          await settle();
          underWay--;
          done.push(n);
        }),
      ),
    );
    expect(most).toBe(1);
    expect(done).toEqual(Array.from({ length: 10 }, (_, n) => n));
  });

  it("lets what others ask go before its next piece, and does not wait for itself", async () => {
    const order: string[] = [];
    const first = atLeisure(async () => {
      // its own queries are nobody else's
      noteAsked();
      await settle();
      order.push("first");
    });
    await first;
    const second = atLeisure(async () => {
      await settle();
      order.push("second");
    });
    noteAsked();
    await second;
    const third = atLeisure(async () => order.push("third"));
    await Promise.resolve();
    order.push("another's page");
    await third;
    expect(order).toEqual(["first", "second", "another's page", "third"]);
  });

  it("gives its turn on when it fails", async () => {
    await expect(atLeisure(() => Promise.reject(new Error("gone")))).rejects.toThrow("gone");
    await expect(atLeisure(async () => "done")).resolves.toBe("done");
  });
});
