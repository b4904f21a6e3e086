package org.renkei.door;

import java.util.Set;
import org.renkei.identity.Caller;
import org.renkei.identity.Role;
import org.renkei.identity.Scope;

/// Who may come in at one endpoint.
public sealed interface Access {
    /// @param caller whoever was recognized
    boolean permits(Caller caller);

    /// Everybody, recognized or not.
    record Everybody() implements Access {
        @Override
        public boolean permits(Caller caller) {
            return true;
        }
    }

    /// Everybody, recognized or not, while the public view is open; else nobody.
    record WhilePublic() implements Access {
        @Override
        public boolean permits(Caller caller) {
            return true;
        }
    }

    /// Everybody who was recognized, whatever their roles, by a token or certificate as well.
    record Recognized() implements Access {
        @Override
        public boolean permits(Caller caller) {
            return true;
        }
    }

    /// Everybody who signed in, in that session; no token or certificate.
    record SignedIn() implements Access {
        @Override
        public boolean permits(Caller caller) {
            return caller.means() instanceof Caller.Signed;
        }
    }

    /// Those with one of these roles, and of tokens and certificates those with one of these scopes.
    ///
    /// @param records whether something of records comes to light, for which one has to be cleared
    record Having(Set<Role> roles, Set<Scope> scopes, boolean records) implements Access {
        public Having {
            roles = Set.copyOf(roles);
            scopes = Set.copyOf(scopes);
        }

        @Override
        public boolean permits(Caller caller) {
            return caller.hasRole(roles) && caller.hasScope(scopes) && (caller.cleared() || !records);
        }
    }
}
