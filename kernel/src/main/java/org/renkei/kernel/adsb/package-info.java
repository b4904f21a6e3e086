/// Aircraft that say where they are (ADS-B): extended squitters of Mode S (ICAO Doc 9871, RTCA DO-260B)
/// with compact position reports, and lines of the BaseStation protocol.
/// [ModeSReader][org.renkei.kernel.adsb.ModeSReader] and
/// [BaseStationReader][org.renkei.kernel.adsb.BaseStationReader] are the places to start. Feet and knots
/// are made metres and metres a second only where a sighting is made of them.
@NullMarked
package org.renkei.kernel.adsb;

import org.jspecify.annotations.NullMarked;
