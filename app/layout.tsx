import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Footer } from "@/components/site/footer";
import { Masthead } from "@/components/site/masthead";
import { THEME_COOKIE, themeOf } from "@/components/site/theme";
import { findActor } from "@/lib/auth/server";
import { FACES } from "./faces";
import "./styles/index.css";

export const metadata: Metadata = {
  title: { default: "Verbatim", template: "%s · Verbatim" },
  description: "Who said what, where it was printed, and what it competes with.",
  applicationName: "Verbatim",
  // dates and figures in quotations are not telephone numbers
  formatDetection: { telephone: false, email: false, address: false, date: false },
};

export const viewport: Viewport = { colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  const actor = await findActor();
  const viewer = actor.role === "visitor" ? null : actor;
  return (
    <html lang="en" className={FACES} data-theme={theme === "system" ? undefined : theme}>
      <body>
        <a className="skip" href="#main">
          Skip to the content
        </a>
        <Masthead viewer={viewer} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer theme={theme} />
      </body>
    </html>
  );
}
