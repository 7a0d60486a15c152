import type { ComponentType } from 'react';
import type { Permission } from '#domain/access/permissions';
import type { Area, TextCode } from '#text/web';

/** One address. A page is fetched when somebody goes to it. */
export interface Page {
  path: string;
  title: TextCode;
  load: () => Promise<{ Component: ComponentType }>;
  /** What it says beside what every page may say: fetched with it. */
  texts: readonly Area[];
  /** What whoever opens it must be allowed to do; without one it is for anybody. */
  needs?: Permission;
  /** Its place in the menu of those who may open it; a page without one is reached from another. */
  menu?: number;
  /** Whoever may do none of this need not see it in the menu. */
  menuFor?: readonly Permission[];
}
