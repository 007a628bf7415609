import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
} from "@fluentui/react-components";
import { useState, type ReactNode } from "react";

interface AdvancedSectionProps {
  /** True while something inside is filled or wrong: it may not be hidden then. */
  isNeeded: boolean;
  children: ReactNode;
}

/** Settings that few need, closed until asked for. */
export function AdvancedSection({ isNeeded, children }: AdvancedSectionProps) {
  const [isOpen, setIsOpen] = useState(false);
  const openItems = isOpen || isNeeded ? ["advanced"] : [];
  return (
    <Accordion collapsible openItems={openItems} onToggle={() => setIsOpen((before) => !before)}>
      <AccordionItem value="advanced">
        <AccordionHeader>Advanced</AccordionHeader>
        <AccordionPanel>{children}</AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
