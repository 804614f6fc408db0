import { SignUpForm } from '@/features/accounts/SignUpForm';

import { Entrance } from './Entrance';

export function SignUpPage() {
  return (
    <Entrance title="Create a workspace" about="A minute, and the first collection can run.">
      <SignUpForm />
    </Entrance>
  );
}
