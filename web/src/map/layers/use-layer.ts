import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl';
import { useEffect } from 'react';
import { useMap } from '../map-context';

/** Puts a layer on the map while the component is there. `before` keeps the order independent of who loads first. */
export function useLayer(layer: LayerSpecification, before?: string): void {
  const map = useMap();
  const key = JSON.stringify(layer);
  useEffect(() => {
    const spec = JSON.parse(key) as LayerSpecification;
    map.addLayer(spec, before && map.getLayer(before) ? before : undefined);
    return () => {
      if (map.style && map.getLayer(spec.id)) {
        map.removeLayer(spec.id);
      }
    };
  }, [map, key, before]);
}

export function useSource(id: string, data: GeoJSONSourceSpecification['data']): void {
  const map = useMap();
  useEffect(() => {
    const source = map.getSource(id);
    if (source && 'setData' in source) {
      (source as { setData: (data: GeoJSONSourceSpecification['data']) => void }).setData(data);
    }
  }, [map, id, data]);
}
