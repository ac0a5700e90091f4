'use client';

import { useState } from 'react';
import type { LeadsView } from '#server/views/lead-view.ts';
import { useDebounced } from '../../_lib/use-debounced.ts';
import { useRead } from '../../_lib/use-read.ts';
import { ImportLink } from '../capture/import-link.tsx';
import { Screen } from '../shell/screen.tsx';
import { ReadProblem } from '../ui/read-problem.tsx';
import { Section } from '../ui/section.tsx';
import { Bone, SkeletonRows } from '../ui/skeleton.tsx';
import { type Filter, LeadsFilter } from './leads-filter.tsx';
import { LeadsList } from './leads-list.tsx';
import { SearchField } from './search-field.tsx';

/** All leads, the one that needs you first at the top. */
export function LeadsScreen() {
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const path = pathOf(useDebounced(search.trim(), 250), filter);
  const { data, error, mutate } = useRead<LeadsView>(path, {
    keepPreviousData: true,
    refreshInterval: (view) => (view?.leads.some((lead) => lead.planState === 'drafting') ? 1000 : 3000),
  });
  function showAll(): void {
    setSearch('');
    setFilter('all');
  }
  return (
    <Screen title="Leads" subtitle={data ? subtitleOf(data) : !error && <Bone />} aside={<ImportLink />} tabs>
      <SearchField value={search} onChange={setSearch} />
      {data && <LeadsFilter view={data} filter={filter} onFilter={setFilter} />}
      {data && <LeadsList view={data} filtered={search !== '' || filter !== 'all'} onShowAll={showAll} />}
      {!data && !error && (
        <Section title="Next first">
          <SkeletonRows count={6} words="Loading your leads" large />
        </Section>
      )}
      {!data && error && <ReadProblem error={error} onRetry={() => mutate()} />}
    </Screen>
  );
}

function pathOf(search: string, filter: Filter): string {
  const query = new URLSearchParams();
  if (search) query.set('search', search);
  if (filter !== 'all') query.set('status', filter);
  return query.size > 0 ? `/api/leads?${query}` : '/api/leads';
}

function subtitleOf({ open, overdue }: LeadsView): string {
  if (overdue === 0) return `${open} open`;
  return `${open} open · ${overdue} ${overdue === 1 ? 'needs' : 'need'} you now`;
}
