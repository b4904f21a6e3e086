package org.renkei.kernel.acsa;

import java.util.Optional;

/// Words with which an order is agreed. Each is written in small letters with hyphens.
public final class Terms {
    private Terms() {}

    /// How a delivery is settled (10 U.S.C. 2344(a); Board of Audit of Japan r04-0423).
    public enum Settlement {
        REIMBURSEMENT,
        /// Goods of the same kind, quality and quantity come back.
        REPLACEMENT,
        /// Something else of equal value is given.
        EXCHANGE;

        public String code() {
            return Codes.code(this);
        }
    }

    /// What the forces do for which the supply is meant; categories depend on it.
    public enum Activity {
        EXERCISE,
        PEACEKEEPING,
        DISASTER_RELIEF,
        EVACUATION,
        ROUTINE,
        IMPORTANT_INFLUENCE,
        SURVIVAL_THREATENING,
        ARMED_ATTACK
    }

    /// What a price rests on (10 U.S.C. 2344(b)).
    public enum PriceBasis {
        OWN_FORCES,
        CONTRACTOR,
        FAIR_AND_REASONABLE
    }

    /// Units of issue. Fuel is counted at 15 °C.
    public enum Unit {
        LITRE_15C("L at 15 °C", "リットル（15 °C）"),
        KILOGRAM("kg", "キログラム"),
        EACH("each", "個"),
        RATION("rations", "食"),
        BOX("boxes", "箱"),
        HOUR("hours", "時間"),
        DAY("days", "日"),
        NIGHT("nights", "泊"),
        TONNE_KM("t·km", "トンキロ"),
        JOB("jobs", "件");

        private final String english;
        private final String japanese;

        Unit(String english, String japanese) {
            this.english = english;
            this.japanese = japanese;
        }

        public String english() {
            return english;
        }

        public String japanese() {
            return japanese;
        }

        public static Optional<Unit> find(String code) {
            return Codes.find(Unit.class, code);
        }

        /// Whether goods, or services, can be counted in it.
        public boolean counts(boolean goods) {
            return switch (this) {
                case LITRE_15C, KILOGRAM, RATION, BOX -> goods;
                case EACH -> true;
                case HOUR, DAY, NIGHT, TONNE_KM, JOB -> !goods;
            };
        }

        public String code() {
            return Codes.code(this);
        }
    }

    /// What makes netting a settlement.
    public enum NettingGround {
        /// A clause of the agreement, or of its procedural arrangement.
        AGREEMENT_CLAUSE,
        /// 10 U.S.C. 2345(c): what is unliquidated more than 18 months after delivery.
        US_2345_C;

        public String code() {
            return Codes.code(this);
        }

        public static Optional<NettingGround> find(String code) {
            return Codes.find(NettingGround.class, code);
        }
    }

    public enum Condition {
        GOOD,
        DAMAGED,
        WRONG
    }

    public enum Verdict {
        ACCEPTED,
        REJECTED
    }
}
