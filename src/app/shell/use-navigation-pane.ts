import { useState } from "react";
import { useMediaQuery } from "../../ui/use-media-query";

const NARROW = "(max-width: 720px)";

export interface NavigationPane {
  /** Narrow screens hide the navigation until it is asked for; others shrink it to icons. */
  isNarrow: boolean;
  /** True if the navigation shows its words. */
  isOpen: boolean;
  toggle: () => void;
  /** Called when a link was followed: on narrow screens the pane makes room for the page. */
  close: () => void;
}

/** Whether the navigation is open, kept apart for narrow and wide screens. */
export function useNavigationPane(): NavigationPane {
  const isNarrow = useMediaQuery(NARROW);
  const [isOpenNarrow, setIsOpenNarrow] = useState(false);
  const [isOpenWide, setIsOpenWide] = useState(true);
  return {
    isNarrow,
    isOpen: isNarrow ? isOpenNarrow : isOpenWide,
    toggle: () =>
      isNarrow ? setIsOpenNarrow((isOpen) => !isOpen) : setIsOpenWide((isOpen) => !isOpen),
    close: () => setIsOpenNarrow(false),
  };
}
