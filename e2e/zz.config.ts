import base from "./playwright.config";
export default { ...base, globalSetup: "./zz-serve.mjs", workers: 1, testMatch: ["zz-*.spec.ts"], timeout: 300_000, outputDir: "/tmp/seven/results",
  projects: [
    { name: "js", use: { javaScriptEnabled: true } },
    { name: "nojs", use: { javaScriptEnabled: false } },
  ] };
