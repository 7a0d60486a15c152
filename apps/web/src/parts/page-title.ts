import { createContext } from 'react';

/** Tells the page's frame that a heading of its own is there; what is returned says that it has gone. */
export const HeadingContext = createContext<() => () => void>(() => () => undefined);
