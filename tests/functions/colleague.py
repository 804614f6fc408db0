from tests.support.api import Api
from tests.support.factories import PASSWORD, an_email


def colleague(api: Api, role: str) -> Api:
    """Somebody with that role in the same workspace."""
    email = an_email()
    token = api.post("/invitations", {"email": email, "role": role}).json["token"]
    other = Api()
    said = {"email": email, "password": PASSWORD, "name": "Bo", "invitation": token}
    other.keep(other.post("/auth/register", said))
    return other
