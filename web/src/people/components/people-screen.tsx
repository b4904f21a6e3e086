import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InvitationLink, Person, PersonDraft } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { CertificatesPanel } from '../../certificates/components/certificates-panel';
import { may, session } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { useStore } from '../../ui/store';
import { addPerson } from '../api/add-person';
import { changePerson } from '../api/change-person';
import { invitePerson } from '../api/invite-person';
import { listPeople } from '../api/list-people';
import { LinkToHandOver } from './link-to-hand-over';
import { PeopleTable } from './people-table';
import { PersonForm } from './person-form';
import { PersonSessions } from './person-sessions';

type Shown = { readonly person: Person | null } | null;

/** Who may come in here, with which roles and clearance. */
export function PeopleScreen() {
  const t = useTranslate();
  const client = useQueryClient();
  const own = useStore(session).caller?.person?.id;
  const [shown, setShown] = useState<Shown>(null);
  const [watched, setWatched] = useState<Person | null>(null);
  const [link, setLink] = useState<InvitationLink | null>(null);
  const people = useQuery({ queryKey: ['people'], queryFn: ({ signal }) => listPeople(signal) });
  const onSettled = () => client.invalidateQueries({ queryKey: ['people'] });
  const save = useMutation({
    mutationFn: async (draft: PersonDraft) => {
      if (shown?.person) {
        await changePerson(shown.person.id, draft);
        return null;
      }
      return (await addPerson(draft)).invitation;
    },
    onSuccess: (made) => {
      setLink(made);
      setShown(null);
    },
    onSettled,
  });
  const invite = useMutation({ mutationFn: invitePerson, onSuccess: setLink });
  const activate = useMutation({
    mutationFn: (person: Person) => changePerson(person.id, { ...asDraft(person), active: !person.active }),
    onSettled,
  });
  const failure = invite.error ?? activate.error;
  return (
    <section className="register" aria-label={t('people.title')}>
      <header className="register-head">
        <h2>{t('people.title')}</h2>
        <small>{t('people.subtitle')}</small>
        {may('POST /api/v1/people') && (
          <button type="button" className="button small" onClick={() => setShown({ person: null })}>
            {t('people.new')}
          </button>
        )}
      </header>
      <div className="register-body account">
        {link && <LinkToHandOver link={link} onClose={() => setLink(null)} />}
        {shown && (
          <PersonForm
            key={shown.person?.id ?? 'new'}
            person={shown.person}
            error={save.error}
            busy={save.isPending}
            onSubmit={(draft) => save.mutate(draft)}
            onCancel={() => {
              save.reset();
              setShown(null);
            }}
          />
        )}
        {watched && <PersonSessions key={watched.id} person={watched} onClose={() => setWatched(null)} />}
        {failure && <Failure error={failure} />}
        {people.isPending && <Loading />}
        {people.isError && <Failure error={people.error} retry={() => void people.refetch()} />}
        {people.data?.length === 0 && <p className="empty">{t('people.empty')}</p>}
        {people.data && people.data.length > 0 && (
          <PeopleTable
            people={people.data}
            onChange={(person) => setShown({ person })}
            onInvite={(person) => invite.mutate(person.id)}
            onSessions={setWatched}
            onActivate={(person) => activate.mutate(person)}
          />
        )}
        {people.data && people.data.length > 0 && <CertificatesPanel people={people.data} own={own} />}
      </div>
    </section>
  );
}

function asDraft({
  name,
  nation,
  organisation,
  bodies,
  roles,
  clearance,
  caveats,
  clearedUntil,
  languages,
}: Person): PersonDraft {
  return {
    nameEn: name.en,
    nameJa: name.ja,
    nation,
    organisation,
    bodies,
    roles,
    clearance,
    caveats,
    clearedUntil: clearedUntil ?? null,
    languages: languages.includes('ja') ? (languages.includes('en') ? ['ja', 'en'] : ['ja']) : ['en'],
  };
}
