import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useText } from '../frame/language.js';
import { PageHead } from '../parts/page-head.js';
import './admin.css';

const SECTIONS = [
  ['/admin', 'web.admin.datasets'],
  ['/admin/behorighet', 'web.admin.eligibility'],
  ['/admin/stod', 'web.admin.programmes'],
  ['/admin/anvandare', 'web.admin.users'],
] as const;

interface AdminHeadProps {
  title: string;
  beside?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

/** The parts of the administration, and which of them this is. */
export function AdminHead(head: AdminHeadProps) {
  const { t } = useText();
  return (
    <>
      <nav className="sections" aria-label={t('web.admin.sections')}>
        {SECTIONS.map(([path, name]) => (
          <NavLink key={path} to={path} end={path === '/admin'}>
            {t(name)}
          </NavLink>
        ))}
      </nav>
      <PageHead {...head} />
    </>
  );
}
