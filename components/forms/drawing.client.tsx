"use client";

import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import type { FormState, FormValues } from "@/lib/forms";
import { placeIn, standingIn, typedSince } from "./standing.client";

/**
 * Keeps what somebody does in a form between the taking of an answer and its drawing, which makes the inputs anew: what
 * they typed is put back before anybody sees the inputs without it, and they go on where they were. `answers` counts the
 * drawings; `putBack` draws once more, `drawn` is told when nothing is left to put back.
 */
export function useDrawing(
  form: RefObject<HTMLElement | null>,
  answers: number,
  { putBack, drawn }: { putBack: (late: FormValues) => void; drawn: () => void },
): { take: (standing: FormData, isTyped: boolean) => void; lastLook: ReactNode } {
  const now = useRef({
    taken: null as { standing: FormData; isTyped: boolean } | null,
    late: null as FormValues | null,
    goOn: null as (() => void) | null,
  });
  const look = useCallback(() => {
    const { taken } = now.current;
    const standing = form.current && standingIn(form.current);
    if (taken === null || form.current === null || standing === null) return;
    const late = typedSince(taken.standing, standing);
    const goOn = placeIn(form.current, taken.isTyped || late !== null);
    now.current = { taken: null, late, goOn };
  }, [form]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer makes the inputs anew
  useLayoutEffect(() => {
    if (now.current.late !== null) putBack(now.current.late);
  }, [answers]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer makes the inputs anew
  useEffect(() => {
    const { late, goOn } = now.current;
    now.current.late = null;
    // these inputs are made once more
    if (late !== null) return;
    now.current.goOn = null;
    goOn?.();
    drawn();
  }, [answers]);

  return {
    take(standing, isTyped) {
      now.current.taken = { standing, isTyped };
    },
    lastLook: useMemo(() => <LastLook look={look} />, [look]),
  };
}

/**
 * Looks just before what it stands among is taken out of the page. It stands first: React takes children out in their
 * order, and runs the ends of a child's layout effects before it takes the child.
 */
function LastLook({ look }: { look: () => void }): null {
  useLayoutEffect(() => look, [look]);
  return null;
}

/** An answer, with what was typed until it was drawn: that came later than what was sent, so it stands in the inputs. */
export function withLater(answer: FormState, later: FormValues): FormState {
  const isStored = answer.status === "done" || answer.status === "idle";
  return {
    ...answer,
    status: isStored ? "kept" : answer.status,
    // a form whose work was done begins empty
    values: isStored ? later : { ...answer.values, ...later },
  };
}
