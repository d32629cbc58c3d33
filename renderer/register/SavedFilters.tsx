import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { Button, Dialog, Field, Icon, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import type { Day } from '#shared/kernel/day.ts';
import { builtInFilters, isSameFilter, type SavedFilter } from '#shared/register/search/deskView.ts';
import type { RegisterFilter } from '#shared/register/search/search.ts';

export interface SavedFiltersProps {
  /** The filter that is on now. */
  readonly filter: RegisterFilter;
  readonly today: Day;
  readonly saved: readonly SavedFilter[];
  readonly onPick: (filter: SavedFilter) => void;
}

/** The filters with a name: those every desk has, then those of this one (P43). */
export function SavedFilters({ filter, today, saved, onPick }: SavedFiltersProps) {
  const [changing, setChanging] = useState<SavedFilter>();
  const line = (one: SavedFilter, own: boolean) => (
    <li key={one.id}>
      <button
        type="button"
        className="saved-filter"
        aria-pressed={isSameFilter(one.filter, filter)}
        onClick={() => onPick(one)}
      >
        <Icon name="filter" size={14} />
        <span className="ellipsis">{one.name}</span>
      </button>
      {own && (
        <Button
          kind="quiet"
          size="small"
          icon="more"
          label={`Cambia il filtro «${one.name}»`}
          onClick={() => setChanging(one)}
        />
      )}
    </li>
  );
  return (
    <section className="facet" aria-labelledby="saved-filters">
      <h2 id="saved-filters">Filtri salvati</h2>
      <ul className="saved-filters">
        {builtInFilters(today).map((one) => line(one, false))}
        {saved.map((one) => line(one, true))}
      </ul>
      {changing && (
        <FilterDialog
          filter={{ ...changing, filter: isSameFilter(changing.filter, filter) ? filter : changing.filter }}
          onClose={() => setChanging(undefined)}
        />
      )}
    </section>
  );
}

export interface FilterDialogProps {
  /** The saved filter to change; without an id the one to save. */
  readonly filter: Omit<SavedFilter, 'id'> & { readonly id: string | null };
  readonly onClose: () => void;
}

/** Gives a filter its name; one that is saved can also be taken away, with its undo. */
export function FilterDialog({ filter, onClose }: FilterDialogProps) {
  const { id } = filter;
  const [name, setName] = useState(filter.name);
  const save = useAct('register.saveFilter');
  const remove = useAct('register.removeFilter');
  const show = useToast();
  const problem = save.problem ?? remove.problem;
  const keep = async () => {
    const reply = await save.run({ ...filter, name });
    if (!reply.ok) return;
    onClose();
    show({ text: id === null ? `Filtro «${name.trim()}» salvato su questa postazione.` : 'Nome cambiato.' });
  };
  const take = async (gone: string) => {
    const reply = await remove.run({ id: gone });
    if (!reply.ok) return;
    onClose();
    show({
      text: `Filtro «${filter.name}» tolto.`,
      action: { label: 'Annulla', keys: 'Control+Z', run: () => void save.run(filter) },
    });
  };
  return (
    <Dialog
      title={id === null ? 'Salva il filtro' : `Filtro «${filter.name}»`}
      icon="filter"
      onClose={onClose}
      footer={
        <>
          {id !== null && <Button onClick={() => void take(id)}>Togli il filtro</Button>}
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void keep()}>
            {id === null ? 'Salva' : 'Cambia il nome'}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <Field
          label="Nome"
          hint="Lo trovi in alto a sinistra nel registro, su questa postazione."
          maxLength={60}
          value={name}
          onChange={setName}
        />
      </form>
      {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
    </Dialog>
  );
}
