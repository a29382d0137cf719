export {};

const { Visitor } = await import("./site");
const v = new Visitor("http://127.0.0.1:4623");
console.log(
  "in",
  await v.send("/sign-in", "password", {
    email: "editor@example.test",
    password: "a-long-word-for-the-bench",
  }),
);
for (let i = 0; i < 6; i++)
  console.log(await v.send("/stories/new", "title", { title: `Story number ${i} of the wal`, summary: "x" }));
