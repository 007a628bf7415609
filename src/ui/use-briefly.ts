import { useEffect, useState } from "react";

/** A value for so many milliseconds after it has become another one, then undefined. */
export function useBriefly<Value>(value: Value, milliseconds: number): Value | undefined {
  const [past, setPast] = useState<{ value: Value }>();
  useEffect(() => {
    const timer = setTimeout(() => setPast({ value }), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return past?.value === value ? undefined : value;
}
